  let bytes = null;
  try {
    const root = await fs.realpath(folderOf(notebook));
    const real = await fs.realpath(path.join(root, name));
    if (real.startsWith(`${root}${path.sep}`)) {
      bytes = await fs.readFile(real);
    }
  } catch (problem) {
    if (!missing(problem)) throw problem;
  }
  return bytes;
