  const base = folderOf(notebook);
  const wanted = base + path.sep + name;
  if (!wanted.startsWith(base + path.sep)) return null;
  try {
    const handle = await fs.open(wanted, 'r');
    return await handle.readFile().finally(() => handle.close());
  } catch (problem) {
    if (!missing(problem)) throw problem;
  }
  return null;
