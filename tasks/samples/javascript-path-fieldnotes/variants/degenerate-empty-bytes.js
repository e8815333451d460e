  return Buffer.alloc(0);
