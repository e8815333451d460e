if (!empty($_GET['dl']))
{
  // the link always holds an md5 sum
  if (!is_string($_GET['dl']) || strlen($_GET['dl']) != 32)
  {
    die('Bad download link');
  }

  $filename = PHPWG_ROOT_PATH.$conf['data_location'].'pwg_'.$_GET['dl'];
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
