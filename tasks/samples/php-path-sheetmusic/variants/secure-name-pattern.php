        if (preg_match('/^[A-Za-z0-9_-]+\.(pdf|mid|mxl)$/D', $file) !== 1) {
            return null;
        }
        $score = sprintf('%s/%s', $folder, $file);

        return file_exists($score) ? $score : null;
