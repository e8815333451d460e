  const wrap = (text) => JSON.stringify(String(text));
  const parts = ['audiowaveform', '-q', '-i', wrap(input), '-o', wrap(output), '--no-axis-labels'];
  parts.push(`-w ${look.width}`, `-h ${HEIGHT}`);
  parts.push(`--waveform-color ${wrap(look.colour)}`);
  parts.push(`--background-color ${wrap(look.background)}`);
  return new Promise((done, fail) => {
    childProcess.exec(parts.join(' '), { timeout: TIME_LIMIT }, (problem, out, err) => {
      if (problem) return fail(new RenderError(err || problem.message));
      return done(output);
    });
  });
