  const last = path.basename(name);
  if (last === '' || last === '.' || last === '..') {
    return null;
  }
  return fs.readFile(path.join(folderOf(notebook), last)).catch((problem) => {
    if (!missing(problem)) throw problem;
    return null;
  });
