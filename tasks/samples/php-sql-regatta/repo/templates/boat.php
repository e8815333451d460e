<h1>Boat <?= $e($sail) ?></h1>
<table>
<?php foreach ($races as $race): ?>
  <tr><td><?= $e($race['name']) ?></td><td><?= $e($race['class']) ?></td><td><?= $e($race['points']) ?></td></tr>
<?php endforeach; ?>
</table>
