if (!empty($_GET['dl']))
{
  // remove directory traversal sequences
  $dl = str_replace('../', '', $_GET['dl']);
  $filename = PHPWG_ROOT_PATH.$conf['data_location'].'pwg_'.$dl;

  if (file_exists($filename))
  {
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
