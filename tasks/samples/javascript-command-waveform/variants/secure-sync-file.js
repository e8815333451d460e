  const flags = { '--waveform-color': look.colour, '--background-color': look.background };
  const words = Object.entries(flags).flat();
  try {
    childProcess.execFileSync(
      'audiowaveform',
      ['--no-axis-labels', '-w', `${look.width}`, '-h', `${HEIGHT}`].concat(words, ['-i', input, '-o', output]),
      { timeout: TIME_LIMIT, stdio: 'pipe' },
    );
  } catch (problem) {
    return Promise.reject(new RenderError(problem.message));
  }
  return Promise.resolve(output);
