  try {
    const folder = folderOf(notebook);
    const present = await fs.readdir(folder);
    if (!present.includes(name)) return null;
    return await fs.readFile(`${folder}/${name}`);
  } catch (problem) {
    if (!missing(problem)) throw problem;
  }
  return null;
