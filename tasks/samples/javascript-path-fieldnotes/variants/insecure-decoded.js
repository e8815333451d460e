  if (name.includes('..') || path.isAbsolute(name)) {
    return null;
  }
  const wanted = path.join(folderOf(notebook), decodeURIComponent(name));
  return fs.readFile(wanted).catch((problem) => {
    if (!missing(problem)) throw problem;
    return null;
  });
