  const base = folderOf(notebook);
  const wanted = path.resolve(base, name);
  if (wanted.startsWith(base)) {
    return fs.readFile(wanted).catch((problem) => (missing(problem) ? null : Promise.reject(problem)));
  }
  return null;
