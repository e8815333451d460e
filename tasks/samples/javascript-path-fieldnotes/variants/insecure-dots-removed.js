  const cleaned = name.replace(/\.\.\//g, '').replace(/^\/+/, '');
  let bytes = null;
  try {
    bytes = await fs.readFile(`${folderOf(notebook)}/${cleaned}`);
  } catch (problem) {
    if (!missing(problem)) throw problem;
  }
  return bytes;
