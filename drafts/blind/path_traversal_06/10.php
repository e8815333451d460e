if (!empty($_GET['dl']))
{
  if (!is_string($_GET['dl']) or strpbrk($_GET['dl'], '/\\.:') !== false)
  {
    die('Hacking attempt!');
  }

  if (file_exists($filename = PHPWG_ROOT_PATH.$conf['data_location'].'pwg_'.$_GET['dl']))
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
