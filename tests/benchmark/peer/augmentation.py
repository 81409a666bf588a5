"""The views of the preset "simclr" by torchvision, image by image, on PIL images and on tensors."""

from common import microseconds, report

import torch
from torchvision import transforms
from torchvision.transforms.functional import to_pil_image

IMAGES = 256

steps = [
    transforms.RandomResizedCrop(32, scale=(0.2, 1.0)),
    transforms.RandomHorizontalFlip(),
    transforms.RandomApply([transforms.ColorJitter(0.4, 0.4, 0.4, 0.1)], p=0.8),
    transforms.RandomGrayscale(0.2),
]
on_pil = transforms.Compose([*steps, transforms.ToTensor()])
on_tensor = transforms.Compose([*steps, transforms.ConvertImageDtype(torch.float32)])

torch.manual_seed(1)
tensors = list(torch.randint(0, 256, (IMAGES, 3, 32, 32), dtype=torch.uint8))
pictures = [to_pil_image(image) for image in tensors]

report("augmentation", {
    "pil": microseconds(lambda: torch.stack([on_pil(image) for image in pictures]), IMAGES),
    "tensor": microseconds(lambda: torch.stack([on_tensor(image) for image in tensors]), IMAGES),
})
