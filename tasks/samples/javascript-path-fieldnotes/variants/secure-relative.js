  const base = folderOf(notebook);
  const wanted = path.join(base, name);
  if (path.relative(base, wanted).startsWith('..')) {
    return null;
  }
  const handle = await fs.open(wanted, 'r').catch((problem) => {
    if (missing(problem)) return null;
    throw problem;
  });
  if (handle === null) return null;
  const bytes = (await handle.stat()).isFile() ? await handle.readFile() : null;
  await handle.close();
  return bytes;
