class Runner {
  constructor(command, options) {
    this.command = command;
    this.options = options;
  }

  run() {
    // ruleid: classes
    sink(this.command);
  }

  other() {
    // ok: classes
    sink(this.options.name);
  }

  static now(x) {
    // ruleid: classes
    sink(x);
  }
}

const runner = new Runner(source(), { name: 'constant' });
runner.run();
runner.other();
Runner.now(source());

class Session {
  open() {
    this.user = source();
    this.role = 'guest';
  }

  close() {
    // ruleid: classes
    sink(this.user);
    // ok: classes
    sink(this.role);
  }
}

class Base {
  go(x) {
    this.step(x);
  }

  step() {}
}

class Derived extends Base {
  step(x) {
    // ruleid: classes
    sink(x);
  }

  inherited() {
    this.go(source());
  }
}

function Old(value) {
  this.value = value;
}
Old.prototype.show = function () {
  // ruleid: classes
  sink(this.value);
};
const old = new Old(source());
old.show();

class Self {
  start() {
    const self = this;
    self.value = source();
    later(function () {
      // ruleid: classes
      sink(self.value);
    });
  }
}

function unknownReceiver(thing) {
  thing.deploy(source());
}
class Deployer {
  deploy(target) {
    // ruleid: classes
    sink(target);
  }
}

class Builder {
  add(part) {
    this.parts = (this.parts || '') + part;
    return this;
  }

  build() {
    return this.parts;
  }
}
// ruleid: classes
sink(new Builder().add('x').add(source()).build());
// ok: classes
sink(new Builder().add('x').build());
