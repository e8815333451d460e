  if (!/^[0-9a-fA-F]{6,8}$/.test(look.colour) || !/^[0-9a-fA-F]{6,8}$/.test(look.background)) {
    return Promise.reject(new RenderError('colours are written as rrggbb or rrggbbaa'));
  }
  const paint = `--waveform-color ${look.colour} --background-color ${look.background}`;
  const size = `--width ${look.width} --height ${HEIGHT}`;
  const line = `audiowaveform ${size} --no-axis-labels ${paint} --quiet -i ${input} -o ${output}`;
  return new Promise((done, fail) => childProcess.exec(line, { timeout: TIME_LIMIT }, (problem, out, err) => (
    problem ? fail(new RenderError(err || problem.message)) : done(output)
  )));
