        $real = realpath("$folder/$file");
        $prefix = realpath($folder) . '/';
        if ($real !== false && strncmp($real, $prefix, strlen($prefix)) === 0 && is_file($real)) {
            return $real;
        }

        return null;
