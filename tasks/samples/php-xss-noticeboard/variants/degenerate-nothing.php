        return '';
