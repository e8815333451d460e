  for (const shade of [look.colour, look.background]) {
    if (!/[0-9a-f]{6}/i.test(shade)) {
      return Promise.reject(new RenderError(`not a colour: ${shade}`));
    }
  }
  const paint = `--waveform-color ${look.colour} --background-color ${look.background}`;
  const line = `audiowaveform -q -w ${look.width} -h ${HEIGHT} --no-axis-labels ${paint} -i ${input} -o ${output}`;
  return new Promise((done, fail) => {
    childProcess.exec(line, { timeout: TIME_LIMIT }, (problem) => {
      if (problem) fail(new RenderError(problem.message));
      else done(output);
    });
  });
