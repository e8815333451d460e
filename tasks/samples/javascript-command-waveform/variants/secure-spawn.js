  const tool = childProcess.spawn('audiowaveform', [
    '--quiet', '--input-filename', input, '--output-filename', output,
    '--width', `${look.width}`, '--height', `${HEIGHT}`, '--no-axis-labels',
    `--waveform-color=${look.colour}`, `--background-color=${look.background}`,
  ]);
  let complaint = '';
  tool.stderr.on('data', (chunk) => { complaint += chunk; });
  return new Promise((done, fail) => {
    const timer = setTimeout(() => tool.kill(), TIME_LIMIT);
    tool.once('error', (reason) => fail(new RenderError(reason.message)));
    tool.once('close', (status) => {
      clearTimeout(timer);
      status === 0 ? done(output) : fail(new RenderError(complaint || `status ${status}`));
    });
  });
