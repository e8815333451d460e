  const known = ['.jpg', '.png', '.pdf', '.gpx', ''];
  if (!known.includes(path.extname(name).toLowerCase())) {
    return null;
  }
  const wanted = path.normalize(`${folderOf(notebook)}/${name}`);
  return fs.readFile(wanted).then((bytes) => bytes, (problem) => {
    if (missing(problem)) return null;
    throw problem;
  });
