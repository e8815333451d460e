  if (name === '' || !folderOf(notebook)) {
    throw new Error('no name');
  }
  return null;
