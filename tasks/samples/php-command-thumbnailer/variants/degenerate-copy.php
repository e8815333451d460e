        if (!copy($original, $target)) {
            throw new RuntimeException('No thumbnail for ' . $original);
        }
