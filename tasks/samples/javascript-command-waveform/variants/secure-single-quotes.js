  const word = (text) => "'" + String(text).replace(/'/g, "'\\''") + "'";
  const line = ['audiowaveform', '-q', '--no-axis-labels', '-w', look.width, '-h', HEIGHT];
  line.push('--waveform-color', word(look.colour));
  line.push('--background-color', word(look.background));
  line.push('-i', word(input), '-o', word(output));
  return new Promise((done, fail) => {
    childProcess.exec(line.join(' '), { timeout: TIME_LIMIT }, (problem, out, err) => {
      if (!problem) return done(output);
      return fail(new RenderError(err.trim() || problem.message));
    });
  });
