  const words = ['-i', input, '-o', output, '-h', String(HEIGHT), '-w', '800'];
  return new Promise((done, fail) => {
    childProcess.execFile('audiowaveform', words, { timeout: TIME_LIMIT }, (problem) => {
      if (problem) fail(new RenderError(problem.message));
      else done(output);
    });
  });
