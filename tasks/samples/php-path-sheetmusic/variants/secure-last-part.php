        $candidate = rtrim($folder, '/') . DIRECTORY_SEPARATOR . basename($file);

        return is_file($candidate) ? $candidate : null;
