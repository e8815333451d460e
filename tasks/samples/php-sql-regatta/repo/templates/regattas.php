<h1>Regattas of <?= $e($year) ?></h1>
<ul>
<?php foreach ($regattas as $regatta): ?>
  <li>
    <a href="?page=standings&amp;regatta=<?= $e($regatta['id']) ?>"><?= $e($regatta['name']) ?></a>,
    <?= $e($regatta['venue']) ?>, <?= $e($regatta['starts_on']) ?>
  </li>
<?php endforeach; ?>
</ul>
