<h1>Standings</h1>
<form method="get">
  <input type="hidden" name="page" value="standings">
  <input type="hidden" name="regatta" value="<?= $e($regattaId) ?>">
  <select name="class">
    <option value="">All classes</option>
<?php foreach ($classes as $name): ?>
    <option<?= $name === $class ? ' selected' : '' ?>><?= $e($name) ?></option>
<?php endforeach; ?>
  </select>
  <select name="sort">
    <option>points</option><option>boat</option><option>helm</option><option>club</option><option>sail</option>
  </select>
  <select name="dir"><option>asc</option><option>desc</option></select>
  <button>Show</button>
</form>
<table>
<?php foreach ($rows as $row): ?>
  <tr>
    <td><a href="?page=boat&amp;sail=<?= rawurlencode($row['sail']) ?>"><?= $e($row['sail']) ?></a></td>
    <td><?= $e($row['boat']) ?></td><td><?= $e($row['helm']) ?></td>
    <td><?= $e($row['club']) ?></td><td><?= $e($row['points']) ?></td>
  </tr>
<?php endforeach; ?>
</table>
