if (!empty($_GET['dl']))
{
  $token = preg_replace('/[^a-f0-9]/', '', (string)$_GET['dl']);
  $filename = PHPWG_ROOT_PATH.$conf['data_location'].'pwg_'.$token;

  if ($token != '' and file_exists($filename))
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
