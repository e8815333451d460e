  const { colour, background, width } = look;
  if (!/^[0-9a-f]{6}$/i.test(colour)) {
    return Promise.reject(new RenderError('colours have six digits'));
  }
  return new Promise((done, fail) => {
    try {
      childProcess.execSync(
        `audiowaveform -i ${input} -o ${output} -q -w ${width} -h ${HEIGHT} --no-axis-labels `
          + `--background-color ${background} --waveform-color ${colour}`,
        { timeout: TIME_LIMIT, stdio: 'ignore' },
      );
      done(output);
    } catch (problem) {
      fail(new RenderError(problem.message));
    }
  });
