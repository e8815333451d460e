if (!empty($_GET['dl']) and preg_match('/^[0-9a-f]{32}$/m', $_GET['dl']))
{
  $filename = PHPWG_ROOT_PATH.$conf['data_location'].'pwg_'.$_GET['dl'];
  if (@is_readable($filename))
  {
    $data = file_get_contents($filename);
    unlink($filename);
    header('Cache-Control: no-cache, must-revalidate');
    header('Pragma: no-cache');
    header('Content-Disposition: attachment; filename="database.inc.php"');
    header('Content-Transfer-Encoding: binary');
    header('Content-Length: '.strlen($data));
    die($data);
  }
}
