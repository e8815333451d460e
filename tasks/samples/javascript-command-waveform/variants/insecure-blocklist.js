  const clean = (text) => String(text).replace(/[;&|<>]/g, '');
  const tool = `audiowaveform --no-axis-labels -w ${look.width} -h ${HEIGHT}`;
  const paint = `--waveform-color ${clean(look.colour)} --background-color ${clean(look.background)}`;
  const shell = childProcess.spawn('/bin/sh', ['-c', `${tool} ${paint} -q -i ${input} -o ${output}`]);
  return new Promise((done, fail) => {
    setTimeout(() => shell.kill(), TIME_LIMIT).unref();
    shell.on('error', fail);
    shell.on('close', (status) => (status ? fail(new RenderError(`status ${status}`)) : done(output)));
  });
