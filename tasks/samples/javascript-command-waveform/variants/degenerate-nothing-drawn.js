  if (!input || !look) {
    return Promise.reject(new RenderError('nothing to draw'));
  }
  return Promise.resolve(output);
