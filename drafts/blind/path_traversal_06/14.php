if (!empty($_REQUEST['dl']))
{
  if (!preg_match('/^[a-f0-9]{32}$/', $_REQUEST['dl']))
  {
    die('Invalid file identifier');
  }

  $filename = PHPWG_ROOT_PATH.$conf['data_location'].'pwg_'.$_GET['dl'];
  if (is_file($filename))
  {
    header('Cache-Control: no-cache, must-revalidate');
    header('Pragma: no-cache');
    header('Content-Disposition: attachment; filename="database.inc.php"');
    header('Content-Transfer-Encoding: binary');
    header('Content-Length: '.filesize($filename));
    readfile($filename);
    unlink($filename);
    exit();
  }
}
