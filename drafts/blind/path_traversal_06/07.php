/**
 * Returns the path of a pending config download, or null when there is none.
 */
function install_pending_download($dir, $id)
{
  if (!is_string($id))
  {
    return null;
  }
  if (strlen($id) !== 32 or strspn($id, '0123456789abcdef') !== 32)
  {
    return null;
  }
  $path = $dir.'pwg_'.$id;
  return is_file($path) ? $path : null;
}

if (!empty($_GET['dl']))
{
  $filename = install_pending_download(PHPWG_ROOT_PATH.$conf['data_location'], $_GET['dl']);
  if ($filename !== null)
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
