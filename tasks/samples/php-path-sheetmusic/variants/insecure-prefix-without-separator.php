        $real = realpath($folder . DIRECTORY_SEPARATOR . $file);
        if ($real === false || strpos($real, realpath($folder)) !== 0) {
            return null;
        }

        return is_file($real) ? $real : null;
