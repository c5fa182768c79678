// SPDX-License-Identifier: GPL-3.0-or-later
// Writing by renaming, with errors that say what to do.
#include "app/export/output_file.h"

#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <cerrno>
#include <string>

namespace entente {
namespace {

/// `code`: errno right after the step that failed.
tl::unexpected<Error> failure(const QSaveFile& file, int code) {
  const std::string name = file.fileName().toStdString();
  if (file.error() == QFileDevice::PermissionsError || code == EACCES || code == EPERM || code == EROFS)
    return fail(ErrorKind::NoPermission,
                name + " cannot be written: the system does not allow it. Choose another folder.");
  if (file.error() == QFileDevice::ResourceError || code == ENOSPC || code == EDQUOT)
    return fail(ErrorKind::Full, name + " cannot be written: there is no room left on the disk.");
  return fail(ErrorKind::Internal, name + " cannot be written: " + file.errorString().toStdString());
}

}  // namespace

Result<void> writeFile(const QString& path, const QByteArray& bytes, bool overwrite) {
  const QFileInfo target(path);
  const std::string name = path.toStdString();
  if (target.isDir()) return fail(ErrorKind::Invalid, name + " is a folder. Give the name of a file.");
  if (!target.dir().exists()) {
    return fail(ErrorKind::NotFound,
                name + " cannot be written: the folder " + target.path().toStdString() + " does not exist.");
  }
  if (!overwrite && (target.exists() || target.isSymLink()))
    return fail(ErrorKind::Exists,
                name + " exists already. Choose another name, or allow it to be replaced.");
  if (target.exists() && !target.isFile())
    return fail(ErrorKind::Exists, name + " is not a regular file and is not replaced.");
  QSaveFile file(path);
  errno = 0;
  if (!file.open(QIODevice::WriteOnly)) return failure(file, errno);
  if (file.write(bytes) != bytes.size() || !file.flush()) return failure(file, errno);
  if (!file.commit()) return failure(file, errno);
  return {};
}

}  // namespace entente
