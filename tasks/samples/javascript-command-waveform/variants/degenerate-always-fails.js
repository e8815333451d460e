  return Promise.reject(new RenderError(`${input} cannot be drawn in ${TIME_LIMIT} ms`));
