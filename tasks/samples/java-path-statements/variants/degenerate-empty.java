        return new byte[0];
