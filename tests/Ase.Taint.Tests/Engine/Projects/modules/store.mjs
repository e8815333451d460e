export class Store {
  constructor(name) {
    this.name = name;
  }

  save() {
    // ruleid: cross
    sink(this.name);
  }
}
