  const words = ['-q', '-i', input, '-o', output, '--no-axis-labels', '-w', look.width, '-h', HEIGHT];
  words.push('--waveform-color', look.colour);
  words.push('--background-color', look.background);
  return new Promise((done, fail) => {
    const tool = childProcess.spawn('audiowaveform', words, { shell: true, timeout: TIME_LIMIT });
    tool.on('error', (problem) => fail(new RenderError(problem.message)));
    tool.on('exit', (status) => {
      if (status !== 0) fail(new RenderError(`status ${status}`));
      else done(output);
    });
  });
