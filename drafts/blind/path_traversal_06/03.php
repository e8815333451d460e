$dl = isset($_GET['dl']) ? $_GET['dl'] : '';
if (is_string($dl) && strlen($dl) == 32 && ctype_xdigit($dl))
{
  $filename = PHPWG_ROOT_PATH.$conf['data_location'].'pwg_'.$dl;
  if (file_exists($filename))
  {
    $content = file_get_contents($filename);

    header('Cache-Control: no-cache, must-revalidate');
    header('Pragma: no-cache');
    header('Content-Disposition: attachment; filename="database.inc.php"');
    header('Content-Transfer-Encoding: binary');
    header('Content-Length: '.strlen($content));
    echo $content;

    @unlink($filename);
    exit();
  }
}
unset($dl);
