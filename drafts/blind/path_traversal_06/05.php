if (!empty($_GET['dl']) && is_string($_GET['dl']))
{
  $wanted = 'pwg_'.$_GET['dl'];
  $entries = @scandir(PHPWG_ROOT_PATH.$conf['data_location']);

  foreach (is_array($entries) ? $entries : array() as $entry)
  {
    if ($entry !== $wanted)
    {
      continue;
    }

    $filename = PHPWG_ROOT_PATH.$conf['data_location'].$entry;
    header('Cache-Control: no-cache, must-revalidate');
    header('Pragma: no-cache');
    header('Content-Disposition: attachment; filename="database.inc.php"');
    header('Content-Transfer-Encoding: binary');
    header('Content-Length: '.filesize($filename));
    echo file_get_contents($filename);
    unlink($filename);
    exit();
  }
}
