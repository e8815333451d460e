        $name = str_replace(['../', '..\\'], '', $file);
        $score = $folder . '/' . ltrim($name, '/');

        return is_file($score) ? $score : null;
