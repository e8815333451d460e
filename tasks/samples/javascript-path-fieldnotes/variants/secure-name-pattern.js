  if (/^\w[\w .-]*$/.test(name)) {
    const wanted = folderOf(notebook) + path.sep + name;
    return fs.readFile(wanted).catch((problem) => (missing(problem) ? null : Promise.reject(problem)));
  }
  return null;
