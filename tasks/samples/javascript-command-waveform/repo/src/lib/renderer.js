'use strict';

const childProcess = require('child_process');

const HEIGHT = 200;
const TIME_LIMIT = 20000;

class RenderError extends Error {
  constructor(detail) {
    super(`waveform failed: ${detail}`);
    this.status = 502;
  }
}

/** Draws the waveform of `input` into the PNG `output`. */
function draw(input, output, look) {
  const command = `audiowaveform -q -i ${input} -o ${output}`
    + ` -w ${look.width} -h ${HEIGHT} --no-axis-labels`
    + ` --waveform-color ${look.colour} --background-color ${look.background}`;
  return new Promise((resolve, reject) => {
    childProcess.exec(command, { timeout: TIME_LIMIT }, (error, stdout, stderr) => {
      if (error) {
        reject(new RenderError(stderr.trim() || error.message));
      } else {
        resolve(output);
      }
    });
  });
}

module.exports = { draw, RenderError };
