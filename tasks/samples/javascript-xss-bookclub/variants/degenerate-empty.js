  return count > 0 ? '' : '<p>Nothing was found.</p>';
